//! Passages of our own and the plans that they tell: `plans/plans.jsonl`; and what is told like a plan and is none:
//! `plans/no-plans.jsonl`.
//!
//! A line holds `id`, `date`, `text` and `plans`; a step holds its clause as `text`, and its number, marker, actor, modality,
//! deadline and condition. A step is found where at least half of the words of both clauses are shared, a plan where at
//! least half of its steps are.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

/// What was told, what was found, and what of both is the same.
#[derive(Debug, Default)]
struct Tally {
    told: usize,
    found: usize,
    same: usize,
}

impl Tally {
    fn f1(&self) -> f64 {
        2.0 * self.same as f64 / (self.told + self.found) as f64
    }
}

fn passages(file: &str) -> Vec<Value> {
    file.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The objects that the program writes for these passages, in their order.
fn extract(passages: &[Value]) -> Vec<Value> {
    let mut input = tempfile::tempfile().unwrap();
    for passage in passages {
        let record = serde_json::json!({"id": passage["id"], "date": passage["date"], "text": passage["text"]});
        writeln!(input, "{record}").unwrap();
    }
    std::io::Seek::rewind(&mut input).unwrap();
    let ran = Command::new(env!("CARGO_BIN_EXE_factbox")).args(["extract", "-"]).stdin(Stdio::from(input)).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let objects: Vec<Value> = String::from_utf8(ran.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(objects.len(), passages.len());
    objects
}

/// Where the words of a clause begin in the text.
fn words(text: &str, clause: &Value) -> BTreeSet<usize> {
    let clause = clause.as_str().unwrap();
    let at = text.find(clause).unwrap();
    let begins = |(i, c): (usize, char)| c.is_alphanumeric() && !clause[..i].ends_with(char::is_alphanumeric);
    clause.char_indices().filter(|place| begins(*place)).map(|(i, _)| at + i).collect()
}

fn is_like(a: &BTreeSet<usize>, b: &BTreeSet<usize>) -> bool {
    2 * a.intersection(b).count() >= a.union(b).count()
}

fn steps(text: &str, rows: &[&Value]) -> Vec<BTreeSet<usize>> {
    rows.iter().map(|row| words(text, &row["text"])).collect()
}

fn shared(told: &[BTreeSet<usize>], found: &[BTreeSet<usize>]) -> usize {
    told.iter().filter(|step| found.iter().any(|other| is_like(step, other))).count()
}

#[test]
fn most_plans_and_steps_are_found_and_few_that_are_not_told() {
    let passages = passages(include_str!("plans/plans.jsonl"));
    let (mut plans, mut all, mut missed) = (Tally::default(), Tally::default(), Vec::new());
    for (passage, object) in passages.iter().zip(extract(&passages)) {
        let text = passage["text"].as_str().unwrap();
        let rows = |plan: &Value| -> Vec<BTreeSet<usize>> {
            let of = |row: &&Value| row["plan_id"] == plan["plan_id"];
            steps(text, &object["plan_steps"].as_array().unwrap().iter().filter(of).collect::<Vec<_>>())
        };
        let found: Vec<_> = object["plans"].as_array().unwrap().iter().map(rows).collect();
        let told: Vec<_> = passage["plans"]
            .as_array()
            .unwrap()
            .iter()
            .map(|plan| steps(text, &plan["steps"].as_array().unwrap().iter().collect::<Vec<_>>()))
            .collect();
        let same = told.iter().filter(|plan| found.iter().any(|other| 2 * shared(plan, other) >= plan.len())).count();
        if same < told.len() {
            missed.push(&passage["id"]);
        }
        plans.told += told.len();
        plans.found += found.len();
        plans.same += same;
        let (told, found): (Vec<_>, Vec<_>) = (told.concat(), found.concat());
        all.told += told.len();
        all.found += found.len();
        all.same += shared(&told, &found);
    }
    assert!(plans.f1() >= 0.95 && all.f1() >= 0.94, "plans {:.3} {plans:?}, steps {:.3} {all:?}; missed: {missed:?}", plans.f1(), all.f1());
}

#[test]
fn reasons_results_and_what_is_only_named_are_no_plans() {
    let passages = passages(include_str!("plans/no-plans.jsonl"));
    let objects = extract(&passages);
    let taken: Vec<_> =
        objects.iter().filter(|object| object["plans"] != serde_json::json!([])).map(|object| &object["document"]["doc_id"]).collect();
    assert!(taken.is_empty(), "taken for plans: {taken:?}");
}
