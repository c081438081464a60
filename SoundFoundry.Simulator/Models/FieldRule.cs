namespace SoundFoundry.Simulator.Models;

internal enum FieldRule
{
    Missing,
    Unknown,
    WrongType,
    TooSmall,
    TooLarge,
    TooShort,
    TooLong,
    NotOneOf,
}
