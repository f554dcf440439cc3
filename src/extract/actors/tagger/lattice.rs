//! The labels of a stretch of tokens, all ways to give them weighed at once.
//!
//! A linear chain: each token has a score for each label, each pair of neighbours one for its two labels. [`Lattice::best`]
//! is the best way; [`Lattice::shares`] are the shares of all ways, by weight, in which some tokens are a name of each kind.

// Numbers by label, and one that counts for nothing: eight are added and multiplied as fast as one.
use super::exp::{Row, exp};
use crate::text::TokenRange;

/// What a tagged name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tag {
    /// A person.
    Person,
    /// Whoever acts and is no person: companies, parties, governments, armies, rebels.
    Body,
    /// A country, region, city.
    Place,
}

impl Tag {
    /// All tags, in the order of their labels.
    pub const ALL: [Self; 3] = [Self::Person, Self::Body, Self::Place];

    /// The label of the first token of such a name; that of the others is one more.
    pub fn first_label(self) -> usize {
        1 + 2 * self as usize
    }
}

/// Label 0 is outside of names; then for each [`Tag`] its first token and its other tokens.
pub const LABELS: usize = 1 + 2 * Tag::ALL.len();

/// A score for each label, as a logarithm.
pub type Scores = [f32; LABELS];

/// For how many tokens room is kept.
const KEPT: usize = 4096;
/// All weight on the label outside of names.
const OUTSIDE: Row = [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];

/// Scores of pairs of neighbouring labels.
#[derive(Debug, Clone, Default)]
pub struct Transitions {
    /// From the first label to the second; minus infinity where the second can't follow the first.
    scores: [Row; LABELS],
    /// The same as factors; 0 where the second label can't follow the first.
    times: [Row; LABELS],
    /// The factors from the second label to the first.
    into: [Row; LABELS],
}

/// Whether `to` may follow `from`: a name goes on only as what it began as.
pub fn may_follow(from: usize, to: usize) -> bool {
    to == 0 || to % 2 == 1 || from == to || from + 1 == to
}

impl Transitions {
    /// From scores; those of pairs that can't be are not read.
    pub fn new(scores: [Scores; LABELS]) -> Self {
        let mut made = Self { scores: [[f32::NEG_INFINITY; 8]; LABELS], ..Self::default() };
        for (from, row) in scores.iter().enumerate() {
            for (to, score) in row.iter().enumerate().filter(|(to, _)| may_follow(from, *to)) {
                made.scores[from][to] = *score;
                made.times[from][to] = score.exp();
                made.into[to][from] = score.exp();
            }
        }
        made
    }
}

/// All ways to label stretches of tokens. What stands around a stretch is outside of names.
#[derive(Debug, Default)]
pub struct Lattice {
    scores: Vec<Row>,
    factors: Vec<Row>,
    /// Whether the factors are those of the scores.
    known: Vec<bool>,
    forward: Vec<Row>,
    backward: Vec<Row>,
    /// For each token of a stretch and each label, the score of the best way to it.
    ways: Vec<Row>,
    path: Vec<usize>,
}

/// What stands before the first token of a stretch: no name.
const NOTHING_BEFORE: Row = [0.0, f32::MIN, f32::MIN, f32::MIN, f32::MIN, f32::MIN, f32::MIN, f32::MIN];

/// The scores of the best ways to the labels before token `n` of a stretch.
fn before(ways: &[Row], n: usize) -> &[f32] {
    match n.checked_sub(1).and_then(|before| ways.get(before)) {
        Some(ways) => ways,
        None => &NOTHING_BEFORE[..1],
    }
}

/// Makes the numbers sum to 1.
fn share_out(numbers: &mut Row) {
    let sum: f32 = numbers[..LABELS].iter().sum();
    if sum > 0.0 {
        numbers.iter_mut().for_each(|number| *number /= sum);
    }
}

/// The scores as factors, the highest of them 1.
fn factors_of(scores: &Row) -> Row {
    let most = scores[..LABELS].iter().copied().fold(f32::MIN, |most, score| if score > most { score } else { most });
    let mut factors = *scores;
    factors.iter_mut().for_each(|factor| *factor -= most);
    factors = exp(factors);
    factors[LABELS] = 0.0;
    factors
}

/// What a token is that stands alone, on the best way; none where it is no name.
fn best_alone(scores: &Row, transitions: &Transitions) -> Option<Tag> {
    let total = |label: usize| transitions.scores[0][label] + scores[label] + transitions.scores[label][0];
    let (mut best, mut most) = (None, total(0));
    for tag in Tag::ALL {
        let sum = total(tag.first_label());
        if sum > most {
            (best, most) = (Some(tag), sum);
        }
    }
    best
}

impl Lattice {
    /// With room for so many tokens.
    pub fn with_room(tokens: usize) -> Self {
        let rows = || Vec::with_capacity(tokens);
        Self {
            scores: rows(),
            factors: rows(),
            known: Vec::with_capacity(tokens),
            forward: rows(),
            backward: rows(),
            ways: Vec::with_capacity(16),
            path: Vec::with_capacity(16),
        }
    }

    /// Takes the scores of the next token.
    pub fn push(&mut self, scores: &Scores) {
        let mut row = [f32::NEG_INFINITY; 8];
        row[..LABELS].copy_from_slice(scores);
        self.scores.push(row);
    }

    /// Forgets all tokens, and gives back the room of very many.
    pub fn clear(&mut self) {
        for rows in [&mut self.scores, &mut self.factors, &mut self.forward, &mut self.backward, &mut self.ways] {
            rows.clear();
            rows.shrink_to(KEPT);
        }
        self.known.clear();
        self.known.shrink_to(KEPT);
        self.path.clear();
        self.path.shrink_to(KEPT);
    }

    /// Raises the scores of labels of token `at`; says whether that changed any.
    pub fn raise(&mut self, at: usize, by: impl IntoIterator<Item = (usize, f32)>) -> bool {
        let Some(scores) = self.scores.get_mut(at) else { return false };
        let before = *scores;
        self.known.get_mut(at).into_iter().for_each(|known| *known = false);
        by.into_iter().for_each(|(label, more)| scores[label] += more);
        *scores != before
    }

    /// Weighs a single stretch by the scores of its tokens.
    pub fn fill(&mut self, scores: &[Scores], transitions: &Transitions) {
        self.clear();
        scores.iter().for_each(|scores| self.push(scores));
        self.weigh(TokenRange::new(0, scores.len()), transitions);
    }

    /// Weighs the tokens of a stretch.
    pub fn weigh(&mut self, stretch: TokenRange, transitions: &Transitions) {
        for rows in [&mut self.factors, &mut self.forward, &mut self.backward] {
            rows.resize(self.scores.len(), OUTSIDE);
        }
        self.known.resize(self.scores.len(), false);
        let Some(scores) = self.scores.get(stretch.iter()) else { return };
        let factors = &mut self.factors[stretch.iter()];
        for ((here, scores), known) in factors.iter_mut().zip(scores).zip(&mut self.known[stretch.iter()]) {
            if !std::mem::replace(known, true) {
                *here = factors_of(scores);
            }
        }
        let mut before = OUTSIDE;
        for (n, (factors, forward)) in factors.iter().zip(&mut self.forward[stretch.iter()]).enumerate() {
            // What stands before the first token is outside of names.
            let mut here = if n == 0 { transitions.times[0] } else { [0.0; 8] };
            for (before, times) in before.iter().zip(&transitions.times).filter(|_| n > 0) {
                here.iter_mut().zip(times).for_each(|(here, times)| *here += before * times);
            }
            here.iter_mut().zip(factors).for_each(|(here, factor)| *here *= factor);
            share_out(&mut here);
            *forward = here;
            before = here;
        }
        let mut behind = transitions.into[0];
        for (n, (factors, backward)) in factors.iter().zip(&mut self.backward[stretch.iter()]).enumerate().rev() {
            *backward = behind;
            if n == 0 {
                break;
            }
            let mut here = [0.0; 8];
            for ((factor, behind), into) in factors.iter().zip(&behind).zip(&transitions.into) {
                here.iter_mut().zip(into).for_each(|(here, times)| *here += times * factor * behind);
            }
            share_out(&mut here);
            behind = here;
        }
    }

    /// The share of each label at token `at`.
    pub fn labels(&self, at: usize) -> Scores {
        let (Some(forward), Some(backward)) = (self.forward.get(at), self.backward.get(at)) else { return Scores::default() };
        let mut shares = *forward;
        shares.iter_mut().zip(backward).for_each(|(share, backward)| *share *= backward);
        share_out(&mut shares);
        std::array::from_fn(|label| shares[label])
    }

    /// The share of each label at token `at`, given that the token before, in the same stretch, has the label `from`.
    pub fn labels_after(&self, from: usize, at: usize, transitions: &Transitions) -> Scores {
        let mut shares = transitions.times.get(from).copied().unwrap_or_default();
        match (self.factors.get(at), self.backward.get(at)) {
            (Some(factors), Some(backward)) => {
                shares.iter_mut().zip(factors).zip(backward).for_each(|((share, factor), backward)| *share *= factor * backward);
                share_out(&mut shares);
            }
            _ => shares = OUTSIDE,
        }
        std::array::from_fn(|label| shares[label])
    }

    /// For each tag, the share of the ways in which exactly these tokens, of a stretch that ends before `end`, are a name of it.
    pub fn shares(&self, tokens: TokenRange, end: usize, transitions: &Transitions) -> [f32; Tag::ALL.len()] {
        let labels = self.labels(tokens.first());
        Tag::ALL.map(|tag| {
            let first = tag.first_label();
            let (mut share, mut label) = (labels[first], first);
            for at in tokens.iter().skip(1) {
                share *= self.labels_after(label, at, transitions)[first + 1];
                label = first + 1;
            }
            let goes_on = if tokens.end() < end { self.labels_after(label, tokens.end(), transitions)[first + 1] } else { 0.0 };
            share * (1.0 - goes_on)
        })
    }

    /// Calls `found` with the names of the best way to label a stretch, in order.
    pub fn best(&mut self, stretch: TokenRange, transitions: &Transitions, mut found: impl FnMut(TokenRange, Tag)) {
        if let [scores] = self.scores.get(stretch.iter()).unwrap_or_default() {
            if let Some(tag) = best_alone(scores, transitions) {
                found(stretch, tag);
            }
            return;
        }
        let scores = self.scores.get(stretch.iter()).unwrap_or_default();
        self.ways.clear();
        for (n, scores) in scores.iter().enumerate() {
            let mut here = [f32::MIN; 8];
            for (before, pairs) in before(&self.ways, n).iter().zip(&transitions.scores) {
                let sums: Row = std::array::from_fn(|to| before + pairs[to] + scores[to]);
                here.iter_mut().zip(&sums).for_each(|(here, sum)| *here = if *sum > *here { *sum } else { *here });
            }
            self.ways.push(here);
        }
        let last = self.ways.last().copied().unwrap_or(NOTHING_BEFORE);
        let total = |label: &usize| last[*label] + transitions.scores[*label][0];
        let mut label = (0..LABELS).max_by(|a, b| total(a).total_cmp(&total(b)).then(b.cmp(a))).unwrap_or(0);
        self.path.clear();
        for (n, scores) in scores.iter().enumerate().rev() {
            self.path.push(label);
            let (mut best, mut most) = (0, f32::MIN);
            for (from, (before, pairs)) in before(&self.ways, n).iter().zip(&transitions.scores).enumerate() {
                let sum = before + pairs[label] + scores[label];
                if sum > most {
                    (best, most) = (from, sum);
                }
            }
            label = best;
        }
        self.path.reverse();
        let mut at = 0;
        while let Some(label) = self.path.get(at).copied() {
            let inside = self.path[at + 1..].iter().take_while(|next| label % 2 == 1 && **next == label + 1).count();
            if label % 2 == 1 {
                let first = stretch.first() + at;
                found(TokenRange::new(first, first + 1 + inside), Tag::ALL[label / 2]);
            }
            at += 1 + inside;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every way to label `length` tokens, with its weight.
    fn ways(scores: &[Scores], pairs: &[Scores; LABELS]) -> Vec<(Vec<usize>, f32)> {
        let mut ways = vec![(vec![], 0.0)];
        for scores in scores {
            let longer = |(way, sum): &(Vec<usize>, f32)| {
                let from = way.last().copied().unwrap_or(0);
                let go = |to: usize| ([&way[..], &[to]].concat(), sum + pairs[from][to] + scores[to]);
                (0..LABELS).filter(|to| may_follow(from, *to)).map(go).collect::<Vec<_>>()
            };
            ways = ways.iter().flat_map(longer).collect();
        }
        ways.into_iter().map(|(way, sum)| (way.clone(), (sum + pairs[way[way.len() - 1]][0]).exp())).collect()
    }

    #[test]
    fn it_agrees_with_trying_every_way() {
        let number = |n: usize| ((n * 7919 + 13) % 101) as f32 / 40.0 - 1.0;
        let scores: Vec<Scores> = (0..4).map(|at| std::array::from_fn(|label| number(at * 31 + label))).collect();
        let pairs = std::array::from_fn(|from| std::array::from_fn(|to| number(500 + from * 17 + to)));
        let ways = ways(&scores, &pairs);
        let sum: f32 = ways.iter().map(|(_, weight)| weight).sum();
        let (transitions, mut lattice) = (Transitions::new(pairs), Lattice::default());
        lattice.fill(&scores, &transitions);
        for at in 0..4 {
            for label in 0..LABELS {
                let share: f32 = ways.iter().filter(|(way, _)| way[at] == label).map(|(_, weight)| weight).sum::<f32>() / sum;
                assert!((lattice.labels(at)[label] - share).abs() < 1e-4, "token {at}, label {label}");
            }
        }
        for tag in Tag::ALL {
            let first = tag.first_label();
            let is = |way: &[usize]| way[1] == first && way[2] == first + 1 && way[3] != first + 1;
            let share: f32 = ways.iter().filter(|(way, _)| is(way)).map(|(_, weight)| weight).sum::<f32>() / sum;
            assert!((lattice.shares(TokenRange::new(1, 3), 4, &transitions)[tag as usize] - share).abs() < 1e-4, "{tag:?}");
        }
        let (best, _) = ways.iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
        let mut labels = vec![0; 4];
        lattice.best(TokenRange::new(0, 4), &transitions, |tokens, tag| {
            tokens.iter().enumerate().for_each(|(n, at)| labels[at] = tag.first_label() + n.min(1))
        });
        assert_eq!(&labels, best);
    }
}
