use std::io::Cursor;

use super::*;

fn articles(xml: &str) -> Vec<Result<Article, Problem>> {
    let place = Place { path: "f.xml".to_owned(), id: "f".to_owned() };
    read(Input::held(place, Cursor::new(xml.as_bytes().to_vec())), &ReadOptions::default()).collect()
}

fn first(xml: &str) -> Article {
    articles(xml).remove(0).expect("an article")
}

#[test]
fn a_feed_gives_an_article_an_item() {
    let read = articles(
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:content='x' xmlns:dc='y'><channel><title>Example Post</title>\
         <image><title>Logo</title></image>\
         <item><title>Ferry &amp; crew</title><link>https://example.org/f</link><pubDate>Thu, 12 Sep 2013 10:30:00 +0000</pubDate>\
         <dc:creator>Ana Petrov</dc:creator><content:encoded><![CDATA[<p>It sank.</p><p>Twelve drowned.</p>]]></content:encoded></item>\
         <item><title>Empty</title></item><item><title>Short</title><description>It rained.</description></item></channel></rss>",
    );
    let article = read[0].as_ref().expect("an article");
    assert_eq!((article.text.as_str(), article.headline.as_deref()), ("It sank.\n\nTwelve drowned.", Some("Ferry & crew")));
    assert_eq!((article.date.as_deref(), article.source.as_deref()), (Some("2013-09-12"), Some("Example Post")));
    assert_eq!((article.byline.as_deref(), article.id.as_str()), (Some("Ana Petrov"), "f#1"));
    assert_eq!(read[1].as_ref().expect_err("no text").record, Some(2));
    assert!(read[2].as_ref().expect("a summary").warnings[0].contains("summary"));
    let atom = first(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Example Post</title><entry><title>Ferry</title><link href='https://example.org/f'/>\
         <published>2013-09-12T10:30:00Z</published><author><name>Ana Petrov</name></author>\
         <content type='xhtml'><div><p>It <b>sank</b>.</p><p>Twelve drowned.</p></div></content></entry></feed>",
    );
    assert_eq!(atom.text.split_whitespace().collect::<Vec<_>>().join(" "), "It sank. Twelve drowned.");
    assert_eq!((atom.source.as_deref(), atom.url.as_deref()), (Some("Example Post"), Some("https://example.org/f")));
}

#[test]
fn agencies_wrap_articles_in_three_ways() {
    for xml in [
        "<newsItem guid='tag:1' xmlns='x'><itemMeta><provider literal='Example Post'/><versionCreated>2013-09-13T10:30:00Z</versionCreated></itemMeta>\
         <contentMeta><contentCreated>2013-09-12</contentCreated><by>By Ana Petrov</by><headline>Ferry sinks</headline></contentMeta>\
         <contentSet><inlineXML><html><head><title>x</title></head><body><p>It sank.</p>\n<p>Twelve\n drowned.</p></body></html></inlineXML></contentSet></newsItem>",
        "<nitf><head><title>Ferry sinks</title><docdata><date.issue norm='20130912T103000Z'/><doc.copyright holder='Example Post'/></docdata></head>\
         <body><body.head><hedline><hl1>Ferry sinks</hl1></hedline><byline>By Ana Petrov</byline></body.head>\
         <body.content><block class='lead_paragraph'><p>It sank.</p></block><block class='full_text'><p>It sank.</p><p>Twelve drowned.</p></block></body.content></body></nitf>",
        "<newsitem itemid='7' date='2013-09-12'><headline>Ferry sinks</headline><byline>Ana Petrov</byline><text><p>It sank.</p><p>Twelve drowned.</p></text>\
         <metadata><dc element='dc.source' value='Example Post'/></metadata></newsitem>",
    ] {
        let article = first(xml);
        assert_eq!(article.text, "Ferry sinks\n\nIt sank.\n\nTwelve drowned.");
        assert_eq!((article.headline.as_deref(), article.date.as_deref()), (Some("Ferry sinks"), Some("2013-09-12")));
        assert_eq!((article.source.as_deref(), article.byline.as_deref()), (Some("Example Post"), Some("Ana Petrov")));
    }
}

#[test]
fn what_is_wrong_is_told() {
    let deep = format!("<rss><item>{}</item></rss>", "<a>".repeat(tree::MAX_DEPTH + 1));
    for (xml, kind) in [
        ("", ProblemKind::Empty),
        ("<rss><channel><title>x</title></channel></rss>", ProblemKind::Empty),
        ("<rss><item><title>x</title>", ProblemKind::Malformed),
        ("<rss><item><title <x</title></item>", ProblemKind::Malformed),
        (deep.as_str(), ProblemKind::TooLarge),
    ] {
        assert_eq!(articles(xml).remove(0).expect_err("a problem").kind, kind, "{xml}");
    }
    assert!(first("<rss><item><description>AT&T and &unknown; &#8212; and &lt;b></description></item>").text.contains('—'));
}
