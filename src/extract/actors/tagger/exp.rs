//! The exponential function of eight numbers at once, by the same steps on every machine: those of the system's library are not.
//!
//! A number is parted into a power of two, whose exponent is written where a float has its own, and a rest between -0.35 and
//! 0.35, for which a polynomial of the sixth degree (Cephes, `expf`) is right to the last digit or the one before.

/// Eight numbers.
pub(super) type Row = [f32; 8];

/// What is smaller is as good as nothing.
const LEAST: f32 = -87.0;
/// A float from here on holds a whole number in its last bits.
const WHOLE: f32 = 12_582_912.0;
/// The logarithm of 2, the most of it and the rest.
const LN_2: [f32; 2] = [0.693_359_4, -2.121_944_4e-4];
/// From the highest power down to the second.
const TERMS: [f32; 6] = [1.987_569_1e-4, 1.398_2e-3, 8.333_452e-3, 4.166_579_6e-2, 0.166_666_66, 0.5];

/// The exponential function of numbers that are not above 0.
pub(super) fn exp(mut numbers: Row) -> Row {
    // A loop, and no `map`: its eight turns become two.
    for number in &mut numbers {
        let least = if *number > LEAST { *number } else { LEAST };
        let power = least * std::f32::consts::LOG2_E + WHOLE;
        let whole = power - WHOLE;
        let rest = least - whole * LN_2[0] - whole * LN_2[1];
        let [a, b, c, d, e, f] = TERMS;
        let sum = ((((a * rest + b) * rest + c) * rest + d) * rest + e) * rest + f;
        let scale = f32::from_bits((power.to_bits().wrapping_add(127)) << 23);
        *number = (sum * rest * rest + rest + 1.0) * scale;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_agrees_with_the_library() {
        for n in 0..8_600 {
            let number = -0.01 * n as f32;
            let [here, ..] = exp([number; 8]);
            assert!((here - number.exp()).abs() <= 3e-7 * number.exp(), "{number}: {here}, {}", number.exp());
        }
        assert_eq!(exp([0.0; 8]), [1.0; 8]);
        assert!(exp([f32::NEG_INFINITY; 8]).iter().all(|share| (0.0..1e-37).contains(share)));
    }
}
