namespace SoundFoundry.Core.Routing;

/// <summary>Why an attempt failed.</summary>
/// <param name="Code">Stable, for programs: the HTTP status of the answer, or a word.</param>
/// <param name="Reason">For people; names the setting to look at where there is one.</param>
/// <param name="RetryAfter">How long the provider asked us to wait.</param>
public sealed record Failure(FailureClass Class, string Code, string Reason, TimeSpan? RetryAfter = null);
