using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Create;
using SoundFoundry.Web.Events;
using SoundFoundry.Web.Library;

namespace SoundFoundry.Web.Live;

/// <summary>The interactive part of the studio page: what to make, what is being made, and what was. One event stream serves all of it.</summary>
public sealed partial class Studio : LivePart
{
    private LiveTracks? _tracks;
    private StudioSnapshot? _restored;
    private ProviderList? _providers;
    private Template? _template;
    private IReadOnlyList<Track> _lately = [];
    private string? _announcement;

    /// <summary>How many jobs ended here: each may have moved the balance.</summary>
    private int _settled;

    /// <summary>Carries what is shown from the first rendering over to the circuit, and over a pause of it.</summary>
    [PersistentState]
    public StudioSnapshot? Snapshot
    {
        get => _tracks is { Notice: null } && _tracks.Save() is var (tracks, jobs) ? new(tracks, jobs, _providers, _template) : null;
        set => _restored = value;
    }

    /// <summary>The track whose settings the form begins with.</summary>
    [Parameter]
    public long? From { get; set; }

    /// <summary>Whether it begins with another seed.</summary>
    [Parameter]
    public bool Vary { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    [Inject]
    private Announcements Say { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _tracks = new LiveTracks(Api, Say);
        if (_restored is { } restored)
        {
            _tracks.Restore(restored.Tracks, restored.Jobs);
            (_providers, _template) = (restored.Providers, restored.Template);
        }
        else
        {
            await ReadAsync(_tracks);
        }

        _lately = _tracks.Save().Tracks;
        _tracks.Changed += StateHasChanged;
        _tracks.Announced += text => _announcement = text;
    }

    protected override Task CatchUpAsync(CancellationToken cancellationToken) => _tracks!.ReadAsync(cancellationToken);

    protected override Task HearAsync(Job job, CancellationToken cancellationToken)
    {
        if (job.Status.IsFinal()) _settled++;
        return _tracks!.ApplyAsync(job, cancellationToken);
    }

    private async Task ReadAsync(LiveTracks tracks)
    {
        var providers = Api.ProvidersAsync(Life);
        var template = From is { } from ? UseAsync(from, Vary) : Task.CompletedTask;
        await tracks.ReadAsync(Life);
        _providers = (await providers as Answer<ProviderList>.Ok)?.Value;
        await template;
    }

    private Task AddAsync(IEnumerable<long> trackIds) => _tracks!.AddAsync(trackIds, Life);

    private Task UseAsync((Track Track, bool Vary) choice) => UseAsync(choice.Track.Id, choice.Vary);

    /// <summary>A list may hold the track in brief; the form begins with all of it.</summary>
    private async Task UseAsync(long trackId, bool vary) =>
        _template = new Template((await Api.TrackAsync(trackId, Life) as Answer<Track>.Ok)?.Value, vary);
}
