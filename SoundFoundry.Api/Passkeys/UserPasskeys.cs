using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Passkeys;

/// <summary>Adds, lists and removes the passkeys of a user.</summary>
internal sealed class UserPasskeys(
    SoundFoundryDb db, IdentityDb identity, UserManager<Member> members, IPasskeyHandler<Member> handler, PasskeyCeremony ceremony,
    WaysIn waysIn, AuditLog audit)
{
    public const int MostPerUser = 20;

    public Task<IList<UserPasskeyInfo>> OfAsync(Member member) => members.GetPasskeysAsync(member);

    /// <summary>Asks the browser for a new passkey.</summary>
    public async Task<JsonElement> AskAsync(HttpContext context, Member member)
    {
        var user = new PasskeyUserEntity { Id = $"{member.Id}", Name = member.Email!, DisplayName = member.Email! };
        var options = await handler.MakeCreationOptionsAsync(user, context);
        ceremony.Begin(context, PasskeyCeremony.Registration, options.AttestationState!);
        return JsonSerializer.Deserialize<JsonElement>(options.CreationOptionsJson);
    }

    /// <returns>Null if it does not answer what was asked of this user, or is one too many.</returns>
    public async Task<UserPasskeyInfo?> AddAsync(
        HttpContext context, Member member, string credential, string name, CancellationToken cancellationToken)
    {
        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = context,
            CredentialJson = credential,
            AttestationState = ceremony.End(context, PasskeyCeremony.Registration),
        });
        if (!result.Succeeded || result.UserEntity.Id != $"{member.Id}") return null;

        await using var transaction = await SharedTransaction.BeginAsync(db, identity, cancellationToken);
        await waysIn.LockAsync(member, cancellationToken);
        if ((await OfAsync(member)).Count >= MostPerUser) return null;
        result.Passkey.Name = name.Trim();
        if (!(await members.AddOrUpdatePasskeyAsync(member, result.Passkey)).Succeeded) return null;
        await audit.WriteAsync(Acts.PasskeyAdded, $"user {member.Id}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result.Passkey;
    }

    public async Task<Removal> RemoveAsync(Member member, string id, CancellationToken cancellationToken)
    {
        if (!Base64Url.IsValid(id)) return Removal.Unknown;
        await using var transaction = await SharedTransaction.BeginAsync(db, identity, cancellationToken);
        await waysIn.LockAsync(member, cancellationToken);
        if (await members.GetPasskeyAsync(member, Base64Url.DecodeFromChars(id)) is not { } passkey) return Removal.Unknown;
        if (await waysIn.CountAsync(member) == 1) return Removal.LastWayIn;

        if (!(await members.RemovePasskeyAsync(member, passkey.CredentialId)).Succeeded) return Removal.Unknown;
        await audit.WriteAsync(Acts.PasskeyRemoved, $"user {member.Id}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Removal.Done;
    }
}
