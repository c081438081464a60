using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Api.Problems;

/// <summary>Text that a person wrote: of limited length, without NUL, and whole Unicode characters only.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TextAttribute(int maxLength) : ValidationAttribute
{
    /// <summary>Whether white space alone is enough.</summary>
    public bool AllowBlank { get; init; } = true;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => value switch
    {
        string text when Objection(text) is { } objection => new ValidationResult(objection, [validationContext.MemberName!]),
        IEnumerable<string?> texts when texts.Select(Objection).FirstOrDefault(o => o is not null) is { } objection =>
            new ValidationResult(objection, [validationContext.MemberName!]),
        _ => ValidationResult.Success,
    };

    private string? Objection(string? text) =>
        text is null ? "Must not be null."
        : text.Length > maxLength ? $"At most {maxLength:N0} characters."
        : !AllowBlank && string.IsNullOrWhiteSpace(text) ? "Must not be blank."
        : text.Contains('\0') ? "Must not contain a NUL character."
        : !IsWellFormed(text) ? "Contains half of a character."
        : null;

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i])) return false;
            if (char.IsHighSurrogate(text[i]) && (++i == text.Length || !char.IsLowSurrogate(text[i]))) return false;
        }

        return true;
    }
}
