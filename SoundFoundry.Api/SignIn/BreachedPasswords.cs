using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SoundFoundry.Api.Identity;

namespace SoundFoundry.Api.SignIn;

/// <summary>Looks a password up among stolen ones by the range search of Have I Been Pwned (https://haveibeenpwned.com/API/v3#PwnedPasswords):
/// five characters of its SHA-1 go out, which some hundred thousand passwords share, and the rest is compared here.</summary>
internal sealed partial class BreachedPasswords(HttpClient http, IOptions<AccountsOptions> options, ILogger<BreachedPasswords> logger)
{
    private const int Sent = 5;

    /// <summary>False also when the list can't be asked: without a network one can still register.</summary>
    public async Task<bool> IsKnownAsync(string password, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(options.Value.BreachedPasswords)) return false;
#pragma warning disable CA5350 // the list is kept by SHA-1; nothing is protected by it here
        var hash = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(options.Value.BreachedPasswords), $"range/{hash[..Sent]}"));
            request.Headers.Add("Add-Padding", "true");
            using var response = await http.SendAsync(request, cancellationToken);
            response.EnsureSuccessStatusCode();
            var lines = await response.Content.ReadAsStringAsync(cancellationToken);

            // Padding lines have a count of zero.
            return lines.Split('\n').Select(line => line.Trim().Split(':'))
                .Any(parts => parts is [var rest, not "0"] && rest.Equals(hash[Sent..], StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested
            && exception is HttpRequestException or OperationCanceledException or TimeoutRejectedException or BrokenCircuitException)
        {
            Log.NotAsked(logger, exception.Message);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1401, Level = LogLevel.Warning, Message = "A new password could not be looked up among stolen ones: {Reason}")]
        public static partial void NotAsked(ILogger logger, string reason);
    }
}
