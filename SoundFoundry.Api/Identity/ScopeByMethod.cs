using Microsoft.AspNetCore.Authorization;

namespace SoundFoundry.Api.Identity;

/// <summary>A key must have the scope that fits the request's method, so that no endpoint has to name it.</summary>
internal sealed record ScopeByMethod : IAuthorizationRequirement;
