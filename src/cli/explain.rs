//! `factbox explain`: an article, sentence by sentence, with what was found in it and by which rule.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use super::args::ExplainArgs;
use super::{code, report};
use crate::error::{Error, Result};
use crate::pipeline::{Analysis, Span, TokenRange, articles, sources};

/// What is shown of one find.
struct Found {
    span: Span,
    tokens: TokenRange,
    /// ANSI colour: the table that it belongs to.
    colour: &'static str,
    table: &'static str,
    value: String,
    rule: &'static str,
    confidence: f32,
}

const ACTOR: &str = "\x1b[36m";
const DATE: &str = "\x1b[33m";
const CASUALTY: &str = "\x1b[31m";
const STEP: &str = "\x1b[32m";
const RESET: &str = "\x1b[0m";

pub(super) fn run(args: &ExplainArgs) -> Result<ExitCode> {
    let options = args.input.read_options()?;
    let pipeline = args.input.pipeline()?;
    let (sources, mut problems) = sources::find(std::slice::from_ref(&args.file));
    let coloured = io::stdout().is_terminal();
    let mut out = BufWriter::new(io::stdout().lock());
    for source in &sources {
        for article in articles(source, &options) {
            match article {
                Ok(article) => match show(&mut out, &pipeline.analyse(article), coloured) {
                    Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
                    shown => shown.map_err(|source| Error::Stream { action: "write standard output", source })?,
                },
                Err(problem) => problems.push(problem),
            }
        }
    }
    problems.iter().for_each(report);
    Ok(code(problems.len() as u64))
}

fn show(out: &mut impl Write, analysis: &Analysis, coloured: bool) -> io::Result<()> {
    let meta = &analysis.meta;
    let date = if meta.date_published.is_empty() { "no date" } else { &meta.date_published };
    let source = if meta.date_source.is_empty() { String::new() } else { format!(" ({})", meta.date_source) };
    writeln!(out, "{}: published {date}{source}", meta.doc_id)?;
    meta.warnings.iter().try_for_each(|warning| writeln!(out, "  warning: {warning}"))?;
    let finds = finds(analysis);
    let mut next = finds.iter().peekable();
    for (number, sentence) in analysis.document.sentences().iter().enumerate() {
        let mut here = Vec::new();
        while let Some(find) = next.next_if(|find| find.tokens.first() < sentence.tokens.end()) {
            here.push(find);
        }
        let words = if coloured {
            paint(analysis.document.text(), sentence.span, &here)
        } else {
            sentence.span.of(analysis.document.text()).to_owned()
        };
        writeln!(out, "\n[{number}] {}", words.split_whitespace().collect::<Vec<_>>().join(" "))?;
        for find in here {
            let (on, off) = if coloured { (find.colour, RESET) } else { ("", "") };
            let words = find.span.of(analysis.document.text()).split_whitespace().collect::<Vec<_>>().join(" ");
            writeln!(out, "    {on}{:<9}{off} {words:?}: {}  <- {} ({:.2})", find.table, find.value, find.rule, find.confidence)?;
        }
    }
    writeln!(out)
}

/// The sentence with the finds in colour; of finds that overlap, the one that starts first keeps its colour.
fn paint(text: &str, sentence: Span, finds: &[&Found]) -> String {
    let (mut painted, mut at) = (String::new(), sentence.start());
    for find in finds.iter().filter(|find| sentence.contains(find.span)) {
        if find.span.start() < at {
            continue;
        }
        painted.push_str(Span::new(at, find.span.start()).of(text));
        painted.push_str(find.colour);
        painted.push_str(find.span.of(text));
        painted.push_str(RESET);
        at = find.span.end();
    }
    painted.push_str(Span::new(at, sentence.end()).of(text));
    painted
}

/// All finds, by place.
fn finds(analysis: &Analysis) -> Vec<Found> {
    let linked = &analysis.linked;
    let actors = linked.mentions.iter().map(|mention| {
        let actor = &linked.actors[mention.actor];
        let country = actor.country.map(|c| format!(", {c}")).unwrap_or_default();
        let name = analysis.document.line(actor.name);
        let value = format!("{} = {name} ({}{country})", mention.form.name(), actor.kind.name());
        Found {
            span: mention.span,
            tokens: mention.tokens,
            colour: ACTOR,
            table: "actor",
            value,
            rule: mention.rule,
            confidence: mention.confidence,
        }
    });
    let dates = linked.dates.iter().map(|date| {
        let value = format!("{} {}{}", date.timex_type.name(), date.value, if date.resolved { "" } else { ", unresolved" });
        Found { span: date.span, tokens: date.tokens, colour: DATE, table: "date", value, rule: date.rule, confidence: date.confidence }
    });
    let claims = linked.claims.iter().map(|linked| {
        let claim = &linked.claim;
        let number = |n: Option<u64>| n.map_or("?".to_owned(), |n| n.to_string());
        let bounds = [claim.low, claim.best, claim.high].map(number).join("/");
        let value =
            format!("{} {bounds} {} {}, {}", claim.harm.name(), claim.qualifier.name(), claim.victim_class.name(), linked.status.name());
        Found {
            span: claim.span,
            tokens: claim.tokens,
            colour: CASUALTY,
            table: "casualty",
            value,
            rule: claim.rule,
            confidence: claim.confidence,
        }
    });
    let steps = linked.plans.iter().flat_map(|linked| {
        let plan = &linked.plan;
        let announced = plan.announced.map_or("?".to_owned(), |n| n.to_string());
        let value = format!("{announced} steps announced, {} found", linked.steps.len());
        let head = Found {
            span: plan.span,
            tokens: plan.tokens,
            colour: STEP,
            table: "plan",
            value,
            rule: plan.rule,
            confidence: plan.confidence,
        };
        std::iter::once(head).chain(linked.steps.iter().map(|linked| {
            let step = &linked.step;
            let value = format!("{} {} {}", step.number, step.clause.modality.name(), step.clause.action.as_deref().unwrap_or("-"));
            Found {
                span: step.span,
                tokens: step.clause.tokens,
                colour: STEP,
                table: "step",
                value,
                rule: step.rule,
                confidence: step.confidence,
            }
        }))
    });
    let mut finds: Vec<Found> = actors.chain(dates).chain(claims).chain(steps).collect();
    finds.sort_by_key(|find| (find.tokens.first(), find.span, find.table));
    finds
}
