namespace SoundFoundry.Core.Providers;

/// <summary>What an unbilled question to a provider last showed: whether it is there and knows our key. It says nothing about balance.</summary>
public sealed class ProviderProbe
{
    public required string Provider { get; init; }

    public required bool Ok { get; init; }

    public string? Code { get; init; }

    public string? Error { get; init; }

    public required DateTimeOffset ProbedAt { get; init; }

    /// <summary>Since when it has answered like this.</summary>
    public required DateTimeOffset Since { get; init; }
}
