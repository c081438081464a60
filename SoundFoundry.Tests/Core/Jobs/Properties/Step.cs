namespace SoundFoundry.Tests.Core.Jobs.Properties;

internal enum Command
{
    Accept,
    Claim,
    Lapse,
    Report,
    Complete,
    Fail,
    Cancel,
    AcceptCancel,
    HandBack,
    PutOff,
    Sweep,
}

/// <summary>Something that happens to one of a few jobs.</summary>
/// <param name="Job">Which of them.</param>
/// <param name="Claim">Which of the claims ever won on it: the latest, or one that is long lost.</param>
/// <param name="Credits">What it costs.</param>
internal sealed record Step(Command Command, int Job, int Claim, int Credits);
