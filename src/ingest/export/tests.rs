use super::*;

const BODY: &str = "PORT ALDA — Twelve people drowned.\n\nThe search goes on.";

fn whole() -> Piece {
    Piece {
        headline: "Ferry sinks off Ruvania".to_owned(),
        date: Some("March 14, 2019 Thursday".to_owned()),
        source: Some("Example Post".to_owned()),
        byline: Some("Ana Petrov".to_owned()),
        body: BODY.to_owned(),
    }
}

#[test]
fn nexis_of_both_kinds_is_split() {
    let new = format!(
        "Ferry sinks off Ruvania\n\nExample Post\n\nMarch 14, 2019 Thursday\n\nCopyright 2019 Example Post All Rights Reserved\n\n\
         Section: WORLD; Pg. 5\n\nLength: 240 words\n\nByline: Ana Petrov\n\nBody\n\n{BODY}\n\nLoad-Date: March 15, 2019\n\nEnd of Document\n\n"
    );
    assert_eq!(split(&new.repeat(2)), Some(vec![whole(), whole()]));
    let old = format!(
        "                  1 of 2 DOCUMENTS\n\n\n               Example Post\n\n        March 14, 2019 Thursday\n             Final Edition\n\n\
         Ferry sinks off Ruvania\n\nBYLINE: Ana Petrov\n\nSECTION: WORLD;\nPg. 5\n\nLENGTH: 240 words\n\n{BODY}\n\nLOAD-DATE: March 15, 2019\n\n\
         LANGUAGE: ENGLISH\n\n          Copyright 2019 Example Post\n          All Rights Reserved\n\n"
    );
    assert_eq!(split(&old.repeat(2)), Some(vec![whole(), whole()]));
}

#[test]
fn factiva_of_both_kinds_is_split() {
    let piece = || Piece { date: Some("14 March 2019".to_owned()), ..whole() };
    let fields = format!(
        "SE  World\nHD  Ferry sinks off Ruvania\nBY  Ana Petrov\nWC  240 words\nPD  14 March 2019\nET  10:30\nSN  Example Post\nSC  EXPO\nLA  English\n\
         CY  (c) 2019 Example Post\nLP\n{}\nTD\n{}\nAN  Document EXPO000020190314ef3e00012\n\n",
        BODY.split("\n\n").next().unwrap_or_default(),
        BODY.split("\n\n").last().unwrap_or_default()
    );
    assert_eq!(split(&fields.repeat(2)), Some(vec![piece(), piece()]));
    let plain = format!(
        "Ferry sinks off Ruvania\n\nAna Petrov\n240 words\n14 March 2019\n10:30 GMT\nExample Post\nEXPO\nEnglish\n(c) 2019 Example Post\n\n{BODY}\n\n\
         Document EXPO000020190314ef3e00012\n\n"
    );
    assert_eq!(split(&plain.repeat(2)), Some(vec![piece(), piece()]));
}

#[test]
fn what_is_no_export_stays_whole() {
    for text in
        ["", "Ferry sinks\n\nIt rained.", "He read to the\nEnd of Document\nand left.", "Document A-1 was lost.", "1 of 2 DOCUMENTS\n\nx"]
    {
        assert_eq!(split(text), None, "{text}");
    }
}
