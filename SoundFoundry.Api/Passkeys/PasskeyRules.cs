using Microsoft.AspNetCore.Identity;

namespace SoundFoundry.Api.Passkeys;

/// <summary>What a passkey must be: kept by the device so that nobody types an address, opened by its owner, and shown to our own pages only.</summary>
internal static class PasskeyRules
{
    public static void Configure(IdentityPasskeyOptions options)
    {
        options.ResidentKeyRequirement = "required";
        options.UserVerificationRequirement = "required";
        options.AuthenticatorTimeout = PasskeyCeremony.Lifetime;
        options.ValidateOrigin = context => ValueTask.FromResult(
            !context.CrossOrigin && context.Origin.Equals(OwnOrigin(context.HttpContext.Request), StringComparison.OrdinalIgnoreCase));
    }

    private static string OwnOrigin(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
