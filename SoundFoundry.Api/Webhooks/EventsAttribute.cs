using System.ComponentModel.DataAnnotations;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Api.Webhooks;

/// <summary>At least one of the events there are, each once.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EventsAttribute : ValidationAttribute
{
    private static readonly string Known = string.Join(", ", WebhookEvents.Subscribable);

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is not IReadOnlyList<string> events
        || (events.Count > 0 && events.All(WebhookEvents.Subscribable.Contains) && events.Distinct().Count() == events.Count)
            ? ValidationResult.Success
            : new ValidationResult($"Must be one or more of {Known}.", [validationContext.MemberName!]);
}
