//! Words of events.

/// What is attacked with arms.
pub(super) const AIMS: [&str; 19] = [
    "base",
    "bus",
    "camp",
    "checkpoint",
    "church",
    "convoy",
    "hospital",
    "hotel",
    "market",
    "mosque",
    "patrol",
    "police",
    "post",
    "school",
    "soldiers",
    "station",
    "town",
    "troops",
    "village",
];

/// What tells an event from the article's.
pub(super) const ANOTHER: [&str; 8] = ["another", "earlier", "other", "previous", "separate", "separately", "similar", "unrelated"];

/// That it happened.
pub(super) const HAPPENED: [&str; 19] = [
    "began", "broke", "damaged", "engulfed", "erupted", "happened", "hit", "occurred", "ravaged", "ripped", "rocked", "shook", "started",
    "struck", "swept", "targeted", "took", "tore", "unfolded",
];

/// What says that an event is another than the article's, or several.
pub(super) const OTHERS: [&str; 19] = [
    "another",
    "any",
    "earlier",
    "latest",
    "other",
    "past",
    "previous",
    "recent",
    "response",
    "retaliation",
    "second",
    "separate",
    "series",
    "similar",
    "spate",
    "string",
    "third",
    "unrelated",
    "wave",
];

/// What says that a sentence tells of no one event of these days, or of what followed it.
pub(super) const UNTOLD: [&str; 26] = [
    "ago",
    "anniversary",
    "charged",
    "condemned",
    "convicted",
    "could",
    "every",
    "funeral",
    "if",
    "indicted",
    "jury",
    "memorial",
    "might",
    "mourned",
    "never",
    "often",
    "praised",
    "resigned",
    "sentenced",
    "since",
    "trial",
    "verdict",
    "vigil",
    "whenever",
    "will",
    "would",
];

/// What leads to an event in a lead: "died after a crash in NAME".
pub(super) const LED: [&str; 7] = ["after", "amid", "during", "following", "from", "in", "when"];
