using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SoundFoundry.Core.Persistence;

/// <summary>Stores an enum as the word the HTTP contract uses, so that a person reading the table sees the same.</summary>
internal sealed class UpperCaseEnum<TEnum>() : ValueConverter<TEnum, string>(
    value => value.ToString().ToUpperInvariant(),
    text => Enum.Parse<TEnum>(text, true))
    where TEnum : struct, Enum;
