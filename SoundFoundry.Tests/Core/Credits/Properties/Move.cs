namespace SoundFoundry.Tests.Core.Credits.Properties;

internal enum Cause
{
    Create,
    Complete,
    Fail,
    Cancel,
    Retry,
    Adjust,
    Purchase,
    TopUp,
}

/// <summary>Something that moves a balance, or tries to.</summary>
/// <param name="Job">Which of the jobs that are there.</param>
/// <param name="Credits">How many; of an adjustment also fewer than none.</param>
internal sealed record Move(Cause Cause, int Job, int Credits);
