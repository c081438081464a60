using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Passkeys;

public sealed record ShowPasskey
{
    /// <summary>What <c>navigator.credentials.get()</c> gave, as its <c>toJSON()</c> writes it.</summary>
    [Required(ErrorMessage = Messages.Missing)]
    public JsonElement? Credential { get; init; }

    /// <summary>Whether the browser stays signed in when it is closed.</summary>
    public bool Remember { get; init; } = true;
}
