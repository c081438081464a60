using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SoundFoundry.Core.Persistence;

/// <summary>Stores an enum as the word the HTTP contract uses, so that a person reading the table sees the same.</summary>
internal sealed class UpperCaseEnum<TEnum>() : ValueConverter<TEnum, string>(
    value => value.Word(),
    text => Enum.Parse<TEnum>(text, true))
    where TEnum : struct, Enum;

public static class EnumWords
{
    /// <summary>The word for it in the database and in the contract, such as <c>QUEUED</c>.</summary>
    public static string Word<TEnum>(this TEnum value)
        where TEnum : struct, Enum => value.ToString().ToUpperInvariant();
}
