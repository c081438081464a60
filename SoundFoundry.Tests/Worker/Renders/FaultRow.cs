namespace SoundFoundry.Tests.Worker.Renders;

/// <summary>One thing that goes wrong at the provider asked first, and all that must follow from it.</summary>
/// <param name="Code">Of the first attempt, if it fails.</param>
/// <param name="Ending">How the job ends, and where.</param>
/// <param name="Submits">POSTs that the first provider saw for this job.</param>
/// <param name="Started">How many of them it really worked on.</param>
public sealed record FaultRow(
    string Fault, string? Code, Ending Ending, int Submits = 1, int Started = 0, int? Times = null, double? RetryAfterS = null, double? DelayS = null)
{
    public override string ToString() => $"{Fault}{(Times is null ? "" : $" x{Times}")}{(RetryAfterS is null ? "" : $" {RetryAfterS} s")}";
}

public enum Ending
{
    /// <summary>Complete at the first provider, by its first attempt.</summary>
    Complete,

    /// <summary>Complete at the other provider.</summary>
    FellBack,

    /// <summary>Failed, and nobody else was asked.</summary>
    Failed,
}
