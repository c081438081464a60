using Microsoft.AspNetCore.Authorization;

namespace SoundFoundry.Api.Identity;

/// <summary>A key must have the scope <c>admin</c>, whatever its user may do.</summary>
internal sealed record AdminScope : IAuthorizationRequirement;
