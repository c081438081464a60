using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace SoundFoundry.Api.Passkeys;

/// <param name="Synced">Whether the device keeps a copy of it elsewhere, so that it outlives the device.</param>
public sealed record PasskeyResponse(string Id, string Name, bool Synced, DateTimeOffset CreatedAt)
{
    internal static PasskeyResponse From(UserPasskeyInfo passkey) =>
        new(Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "", passkey.IsBackedUp, passkey.CreatedAt);
}
