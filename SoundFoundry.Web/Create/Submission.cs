using System.Text.Json;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Library;

namespace SoundFoundry.Web.Create;

/// <summary>Sends what the form asks for. Pressing again after a lost answer repeats the same request, and Api knows it by its key.</summary>
/// <param name="accepted">Hears the ids of the tracks that will be made.</param>
internal sealed class Submission(ApiClient api, FormState form, Func<IEnumerable<long>, Task> accepted)
{
    private string? _request;
    private string? _key;

    public bool Busy { get; private set; }

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        if (form.Check() is not { } request) return;
        Busy = true;
        var json = JsonSerializer.Serialize(request, ApiJson.Options);
        if (json != _request) (_request, _key) = (json, Guid.NewGuid().ToString());

        switch (await api.CreateAsync(request, _key!, cancellationToken))
        {
            case Answer<Accepted>.Ok { Value: var made }:
                _request = null;
                await accepted(made.Tracks?.Select(track => track.TrackId) ?? [made.TrackId]);
                break;
            case Answer<Accepted>.Refused refused:
                form.Errors.Take(refused.Problem);
                break;
        }

        Busy = false;
    }
}
