//! Mentions by name: the rules draft, the tagger decides, the rules say what a body is and whose title stands beside it.

use super::Actors;
use super::cut::Piece;
use super::draft::{Draft, mention_of, weigh};
use super::mention::{ActorKind, ActorMention};
use super::page::Page;
use super::tagger::{Sheet, Tag, Tagged};

/// Kinds that act and are no persons.
const BODIES: &[ActorKind] =
    &[ActorKind::Organization, ActorKind::ArmedGroup, ActorKind::Government, ActorKind::Military, ActorKind::Media];

/// Finds names, in order, not overlapping.
pub(super) fn find(actors: &Actors, page: &Page<'_>) -> Vec<ActorMention> {
    let draft = Draft::new(actors, page);
    let tagged = actors.tagger.tag(&Sheet::new(page, &draft));
    if std::env::var_os("FB_RULES").is_some() {
        return draft.mentions.into_iter().flatten().collect();
    }
    let kept = draft.mentions.iter().flatten().filter(|mention| is_kept(mention, &tagged));
    let mut pieces: Vec<(Piece, Option<Tagged>, Option<&ActorMention>)> = kept.map(|mention| (piece(&draft, mention.tokens), None, Some(mention))).collect();
    pieces.extend(tagged.iter().map(|tagged| (piece(&draft, tagged.tokens), Some(*tagged), None)));
    pieces.sort_by_key(|(piece, ..)| piece.tokens);
    let plain: Vec<Piece> = pieces.iter().map(|(piece, ..)| *piece).collect();
    let candidates = weigh(actors, page, &draft.clues, &plain);
    let mention = |(candidate, (_, tagged, kept)): (_, &(Piece, Option<Tagged>, Option<&ActorMention>))| match (tagged, kept) {
        (_, Some(kept)) => (*kept).clone(),
        (Some(tagged), _) => {
            let (kind, rule) = kind(tagged.tag, candidate);
            mention_of(page, &draft.clues, candidate, kind, rule, tagged.share)
        }
        _ => unreachable!(),
    };
    candidates.iter().zip(&pieces).map(mention).collect()
}

fn is_kept(mention: &ActorMention, tagged: &[Tagged]) -> bool {
    let from = tagged.partition_point(|name| name.tokens.end() <= mention.tokens.first());
    let free = tagged.get(from).is_none_or(|name| !name.tokens.overlaps(mention.tokens));
    let sure: f32 = std::env::var("FB_SURE").ok().and_then(|s| s.parse().ok()).unwrap_or(9.0);
    let mode = std::env::var("FB_MODE").unwrap_or_default();
    let right = match mode.as_str() {
        "listed" => mention.entry.is_some(),
        "dateline" => mention.rule == "place/dateline",
        "country" => ["list/country","list/capital"].contains(&mention.rule) || mention.rule == "place/dateline",
        _ => true,
    };
    free && (matches!(mention.kind, ActorKind::People | ActorKind::Other) || right && mention.confidence > sure)
}

fn piece(draft: &Draft, tokens: crate::text::TokenRange) -> Piece {
    let listed = draft.marks.listed.get(tokens.first()).copied().flatten().filter(|(listed, _)| *listed == tokens);
    Piece { tokens, listed: listed.map(|(_, clue)| clue) }
}

/// What a tagged name is, and the rule that says so.
fn kind(tag: Tag, candidate: &super::vote::Candidate) -> (ActorKind, &'static str) {
    let kinds = match tag {
        Tag::Person => &[ActorKind::Person],
        Tag::Place => &[ActorKind::Place],
        Tag::Body => BODIES,
    };
    candidate.tally.best_of(kinds).unwrap_or((kinds[0], "name/tagger"))
}
