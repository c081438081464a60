using Microsoft.Extensions.Options;
using SoundFoundry.Simulator.Faults;

namespace SoundFoundry.Simulator;

internal sealed class ValidateSimulatorOptions : IValidateOptions<SimulatorOptions>
{
    private const double LongestSeconds = 86_400;

    public ValidateOptionsResult Validate(string? name, SimulatorOptions options)
    {
        var errors = Seconds("QueueSeconds", options.QueueSeconds).Concat(Seconds("RenderSeconds", options.RenderSeconds))
            .Concat(Fault(Provider.Fal, options.Fal.Fault)).Concat(Fault(Provider.Replicate, options.Replicate.Fault)).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Seconds(string key, double seconds) =>
        seconds is >= 0 and <= LongestSeconds ? [] : [$"Simulator:{key} must be between 0 and {LongestSeconds}."];

    private static IEnumerable<string> Fault(Provider provider, string? word) =>
        string.IsNullOrEmpty(word) || FaultWords.Read(word)?.StageAt(provider) is not null
            ? []
            : [$"Simulator:{provider}:Fault: \"{word}\" is no fault of {provider}. Known: {FaultWords.At(provider)}."];
}
