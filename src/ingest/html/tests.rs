use std::time::{Duration, Instant};

use super::*;
use crate::ingest::{DateSource, sources};

fn read_page(html: &[u8]) -> Result<Article, Problem> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("page.html");
    std::fs::write(&file, html).expect("a file");
    let (sources, _) = sources::find(&[file]);
    super::super::articles(&sources[0], &ReadOptions::default()).next().expect("one article")
}

fn text(html: &str) -> String {
    read_page(html.as_bytes()).expect("an article").text
}

const PAGE: &str = r#"<!DOCTYPE html><html><head><meta charset="utf-8">
<title>Ferry sinks off Ruvania’s coast - Example Post</title>
<meta property="og:site_name" content="Example Post"><meta name="author" content="By Ana Petrov">
<link rel="canonical" href="https://example.org/ferry">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
 {"@type": ["NewsArticle"], "headline": "Ferry sinks off Ruvania&#8217;s coast", "datePublished": "2019-03-14T22:00:00-05:00"}]}
</script></head>
<body class="has-comments share-page">
<header><h1>Example Post</h1><p>The paper that has told Ruvania what happens since the year 1901.</p></header>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<main><article class="story related-enabled">
 <header><h1>Ferry sinks off
   Ruvania’s <em>coast</em></h1>
 <p class="standfirst">Rescuers search for survivors near Port Alda.</p></header>
 <div class="byline">By Ana Petrov</div><time datetime="2019-03-14">14 March</time>
 <figure><img src="f.jpg"><figcaption>A ferry like the one that sank, seen in 2017 with 40 aboard.</figcaption></figure>
 <p>PORT ALDA &mdash; At least 12&nbsp;people drowned when a ferry sank late on Thursday, the coast guard said.</p>
 <div class="newsletter-signup"><p>Sign up and get the most important news of the day in your inbox.</p></div>
 <p>Three things are kn&shy;own:</p>
 <ul><li>The ferry carried <b>60</b> people.</li><li>It left at noon<br>and sank at six.</li></ul>
 <h2>What comes next</h2>
 <ol start="3"><li><p>The wreck is raised.</p></li><li>A court decides.</li></ol>
 <table><tr><th>Year</th><th>Deaths</th></tr><tr><td>2017</td><td><p>4</p></td></tr></table>
 <p><a href="/x">Read more: The ferries of Ruvania, their owners and their age</a></p>
 <p>Read more</p>
 <article class="teaser"><h3>Other story</h3><p>Nine people were hurt in another accident in the capital on Monday.</p></article>
 <blockquote>“We saw nothing but water,” said Ito, who&#39;d been &lt;lucky&gt;.</blockquote>
</article></main>
<aside><p>An aside that has nothing to do with the ferry, and is long enough to be prose of its own.</p></aside>
<footer><p>Copyright 2019 Example Post, all rights reserved and so on, in many more words.</p></footer>
</body></html>"#;

#[test]
fn the_article_and_not_the_page() {
    let article = read_page(PAGE.as_bytes()).expect("an article");
    assert_eq!(
        article.text,
        "Ferry sinks off Ruvania’s coast\n\n\
         Rescuers search for survivors near Port Alda.\n\n\
         PORT ALDA — At least 12 people drowned when a ferry sank late on Thursday, the coast guard said.\n\n\
         Three things are known:\n\n\
         - The ferry carried 60 people.\n- It left at noon\nand sank at six.\n\n\
         What comes next\n\n\
         3. The wreck is raised.\n4. A court decides.\n\nYear | Deaths\n2017 | 4\n\n\
         “We saw nothing but water,” said Ito, who'd been <lucky>."
    );
    assert_eq!(article.headline.as_deref(), Some("Ferry sinks off Ruvania’s coast"));
    assert_eq!((article.date.as_deref(), article.date_source), (Some("2019-03-14"), Some(DateSource::Metadata)));
    assert_eq!(article.source.as_deref(), Some("Example Post"));
    assert_eq!(article.byline.as_deref(), Some("Ana Petrov"));
    assert_eq!(article.url.as_deref(), Some("https://example.org/ferry"));
    assert_eq!(article.warnings, ["site's own line dropped: Read more"]);
}

#[test]
fn without_marks_the_densest_block_is_the_article() {
    let paragraph = "<p>Twelve people drowned when a ferry sank off the coast of Ruvania, the coast guard said.</p>";
    let html = format!(
        "<title>Ferry sinks off the coast of Ruvania | Example</title><div id=wrap><div class=left><p>We are the paper of \
         record for all of the islands and their people.</p></div><div><h1>Ferry sinks</h1><p>This lead is long enough \
         to count as prose of its own.</p><div class=body>{}</div><div class='most-read'>{paragraph}</div></div></div>",
        paragraph.repeat(8)
    );
    let text = text(&html);
    assert!(text.starts_with("Ferry sinks off the coast of Ruvania\n\nFerry sinks\n\nThis lead"), "{text}");
    assert_eq!(text.matches("Twelve").count(), 8);
    assert!(!text.contains("record"));
}

#[test]
fn a_live_blog_keeps_its_posts() {
    let post = "<article><p>Twelve people drowned when a ferry sank off the coast, the guard said.</p></article>";
    assert_eq!(text(&format!("<main><article><h1>Ferry</h1>{}</article></main>", post.repeat(3))).matches("Twelve").count(), 3);
    let blocks = "<div class=block><time>14:02</time><p>Twelve people drowned when a ferry sank off the coast.</p></div>".repeat(3);
    let page = format!("<main><h1>Ferry</h1><p>Follow the search for survivors.</p><div class=liveblog>{blocks}</div></main>");
    assert!(text(&page).starts_with("Ferry\n\nFollow the search for survivors.\n\nTwelve"), "{}", text(&page));
}

#[test]
fn a_component_tells_by_its_name_what_it_is() {
    let prose = "<div data-component=text-block><p>Twelve people drowned when a ferry sank off the coast, the guard said.</p></div>";
    let byline = "<div data-component=byline-block><div>By Ana Petrov</div><div>Correspondent, Port Alda</div></div>";
    assert!(!text(&format!("<article><h1>Ferry sinks</h1>{byline}{}</article>", prose.repeat(3))).contains("Correspondent"));
}

#[test]
fn old_pages_are_laid_out_with_tables() {
    let body = "Twelve people drowned when a ferry sank off the coast of Ruvania, the guard said. ".repeat(5);
    let html = format!(
        "<table><tr><td><a href=/>Home</a></td><td>{body}<br><br>{body}<table><tr><td>a</td><td>b</td></tr></table></td></tr></table>"
    );
    let text = text(&html);
    assert_eq!(text, format!("{0}\n\n{0}\n\na | b", body.trim()));
}

#[test]
fn what_holds_the_article_is_no_clutter_whatever_it_is_called() {
    let paragraph = "<p>Twelve people drowned when a ferry sank off the coast of Ruvania.</p>";
    let html = format!("<form id=aspnetForm><div class='related comments'>{}</div></form>", paragraph.repeat(3));
    assert_eq!(text(&html).matches("Twelve").count(), 3);
}

#[test]
fn lines_about_the_article_are_metadata() {
    let article =
        read_page(b"<h1>Ferry sinks</h1><p>Posted on May 3, 2016</p><p>By Ana Petrov</p><p>Twelve people drowned on 12 May 2015.</p>")
            .expect("an article");
    assert_eq!(article.text, "Ferry sinks\n\nTwelve people drowned on 12 May 2015.");
    assert_eq!((article.date.as_deref(), article.byline.as_deref()), (Some("2016-05-03"), Some("Ana Petrov")));
}

#[test]
fn json_ld_gives_the_text_only_where_the_page_does_not() {
    let body = "Twelve people drowned when a ferry sank.\\nThe search goes on. ".repeat(4);
    let page = |shown: &str| {
        format!(
            "<script type='application/ld+json'>[{{\"@type\": \"ReportageNewsArticle\", \"headline\": \"Ferry\", \
                 \"articleBody\": \"{body}\"}}]</script><article><p>{shown}</p></article>"
        )
    };
    let article = read_page(page("Subscribe to go on.").as_bytes()).expect("an article");
    assert!(article.text.starts_with("Ferry\n\nTwelve people drowned when a ferry sank.\n\nThe search"), "{}", article.text);
    assert!(article.warnings.iter().any(|warning| warning.contains("JSON-LD")));
    let shown = "The page shows this much, which is enough to be believed. ".repeat(4);
    assert!(text(&page(&shown)).starts_with("Ferry\n\nThe page shows"));
}

#[test]
fn the_page_names_its_encoding() {
    let page = b"<meta charset=windows-1251><p>\xcf\xf0\xe8\xe2\xe5\xf2, said the captain of the ferry that sank on Monday.</p>";
    assert!(read_page(page).expect("an article").text.starts_with("Привет"));
}

#[test]
fn pages_without_an_article_are_problems() {
    for (page, kind) in [
        (&b""[..], ProblemKind::Empty),
        (b"<html><body><script>var a = 1;</script></body></html>", ProblemKind::Empty),
        (b"<p>a\0b</p>", ProblemKind::Binary),
        (b"<title>Only a title here</title>", ProblemKind::Empty),
    ] {
        assert_eq!(read_page(page).expect_err("no article").kind, kind, "{}", String::from_utf8_lossy(page));
    }
}

#[test]
fn depth_costs_neither_stack_nor_time() {
    const DEPTH: usize = 200_000;
    let prose = "<p>Twelve people drowned when a ferry sank off the coast of Ruvania.</p>";
    for page in [
        format!("{}{prose}", "<div>".repeat(DEPTH)),
        format!("{}{prose}{}<p>End of it all.</p>", "<div>".repeat(DEPTH), "</div>".repeat(DEPTH)),
        format!("{prose}{}", "<div></span>".repeat(DEPTH)),
        format!("{prose}{}", "<span><div></span>".repeat(DEPTH)),
        format!("{prose}{}", "<b><i><p>".repeat(DEPTH)),
        format!("{prose}{}", "<a href=x><p>".repeat(DEPTH)),
        format!("{prose}{}", "<ul><li>".repeat(DEPTH)),
        format!("{prose}{}", "<table><tr><td>".repeat(DEPTH)),
        format!("{prose}{}", "<li><dd>".repeat(DEPTH)),
        format!("{prose}{}", "<optgroup><option>".repeat(DEPTH)),
        format!("{prose}{}", "<form><button><li><dt>".repeat(DEPTH)),
        format!("{prose}{}", "<svg><g/>".repeat(DEPTH)),
        format!("{prose}{}", "<svg><div/>".repeat(DEPTH)),
        format!("{prose}{}", "<x-y/>".repeat(DEPTH)),
        format!("{prose}{}", "<p><select><option>".repeat(DEPTH)),
        format!("{prose}{}", "</p></div>".repeat(DEPTH)),
    ] {
        let begun = Instant::now();
        let text = text(&page);
        assert!(text.contains("Twelve people drowned"), "{}", &page[..60]);
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?} for {}", begun.elapsed(), &page[page.len() - 40..]);
    }
}
