using Microsoft.AspNetCore.Mvc;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Users;

public sealed record UserFilter
{
    /// <summary>Part of a name or an address.</summary>
    [FromQuery(Name = "q"), Text(200)]
    public string? Q { get; init; } = "";
}
