//! What agencies send: NewsML-G2 (`<newsItem>`), NewsML 1 as in Reuters' corpora (`<newsitem>`), and NITF (`<nitf>`).

use super::Fields;
use super::tree::Element;

/// The article of one of these elements.
pub(super) fn article(element: &Element) -> Fields {
    match element.name() {
        "newsItem" => news_ml_g2(element),
        "nitf" => nitf(element),
        _ => news_ml(element),
    }
}

fn news_ml_g2(item: &Element) -> Fields {
    let meta = item.child("itemMeta");
    let content = item.child("contentMeta");
    let said = |part: Option<&Element>, name: &str| part?.any(name)?.line();
    let coded = |part: Option<&Element>, name: &str| {
        let element = part?.any(name)?;
        let name = element.any("name").and_then(Element::line);
        name.or_else(|| element.attr("literal").map(str::to_owned)).or_else(|| element.line())
    };
    let inside = item.child("contentSet");
    let embedded = inside.and_then(|set| set.any("nitf")).map(nitf);
    let body = inside.and_then(|set| set.any("body").or_else(|| set.any("inlineXML")).or_else(|| set.any("inlineData")));
    let mut fields = vec![
        ("headline", said(content, "headline")),
        ("date", said(content, "contentCreated").or_else(|| said(meta, "firstCreated")).or_else(|| said(meta, "versionCreated"))),
        ("source", coded(content, "infoSource").or_else(|| coded(meta, "provider"))),
        ("author", said(content, "by")),
        ("id", item.attr("guid").map(str::to_owned)),
    ];
    match embedded {
        Some(embedded) => fields.extend(embedded),
        None => fields.push(("text", body.map(Element::paragraphs))),
    }
    with_headline(fields)
}

fn news_ml(item: &Element) -> Fields {
    let line = |name: &str| item.any(name).and_then(Element::line);
    let told = |name: &str| item.all("dc").find(|dc| dc.attr("element") == Some(name)).and_then(|dc| dc.attr("value")).map(str::to_owned);
    with_headline(vec![
        ("headline", line("headline").or_else(|| line("title"))),
        ("date", item.attr("date").map(str::to_owned).or_else(|| told("dc.date.published")).or_else(|| line("DateAndTime"))),
        ("source", told("dc.source")),
        ("author", line("byline")),
        ("id", item.attr("itemid").map(str::to_owned)),
        ("text", item.any("text").or_else(|| item.any("body")).map(Element::paragraphs)),
    ])
}

fn nitf(nitf: &Element) -> Fields {
    let line = |name: &str| nitf.any(name).and_then(Element::line);
    let attr = |name: &str, attribute: &str| nitf.any(name).and_then(|element| element.attr(attribute)).map(str::to_owned);
    let body = nitf.any("body.content");
    // The New York Times gives the lead twice: in a block of its own, and in the full text.
    let full = body.and_then(|body| body.all("block").find(|block| block.attr("class") == Some("full_text")));
    let headline = nitf.any("hedline").and_then(|hedline| hedline.any("hl1").unwrap_or(hedline).line());
    with_headline(vec![
        ("headline", headline.or_else(|| line("title"))),
        ("date", attr("pubdata", "date.publication").or_else(|| attr("date.issue", "norm")).or_else(|| attr("story.date", "norm"))),
        ("source", attr("pubdata", "name").or_else(|| line("distributor")).or_else(|| attr("doc.copyright", "holder"))),
        ("author", line("byline")),
        ("url", attr("pubdata", "ex-ref")),
        ("text", full.or(body).map(Element::paragraphs)),
    ])
}

/// The headline's words stand in the text, as they do on a page.
fn with_headline(mut fields: Fields) -> Fields {
    let value = |fields: &Fields, name: &str| {
        fields.iter().find(|(known, value)| *known == name && value.is_some()).and_then(|(_, value)| value.clone())
    };
    if let (Some(headline), Some(text)) = (value(&fields, "headline"), value(&fields, "text"))
        && !text.is_empty()
        && !text.starts_with(&headline)
    {
        fields.retain(|(name, _)| *name != "text");
        fields.push(("text", Some(format!("{headline}\n\n{text}"))));
    }
    fields
}
