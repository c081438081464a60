using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Passkeys;

public sealed record AddPasskey
{
    /// <summary>What <c>navigator.credentials.create()</c> gave, as its <c>toJSON()</c> writes it.</summary>
    [Required(ErrorMessage = Messages.Missing)]
    public JsonElement? Credential { get; init; }

    /// <summary>To tell passkeys apart by, such as the device it is on.</summary>
    [Required(ErrorMessage = Messages.Missing), Text(100, AllowBlank = false)]
    public string? Name { get; init; }
}
