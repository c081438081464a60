using System.Net;
using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Layout;

namespace SoundFoundry.Web.Shares;

/// <summary>Makes, shows and ends the link of one track.</summary>
public sealed partial class ShareDialog : ComponentBase
{
    private Dialog _dialog = null!;
    private Share? _share;
    private string? _notice;
    private bool _showPrompt;
    private bool _sure;
    private bool _busy;

    [Parameter, EditorRequired]
    public required Track Track { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    [Inject]
    private ShareLinks Links { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Link => Links.Page(Navigation.BaseUri, _share!.Token);

    private string Code =>
        $"""<iframe src="{Links.Embed(Navigation.BaseUri, _share!.Token)}" title="{WebUtility.HtmlEncode(Track.Title ?? "SoundFoundry")}" width="100%" height="152" loading="lazy" style="border:0"></iframe>""";

    public async Task OpenAsync()
    {
        (_share, _notice, _showPrompt, _sure) = (null, null, false, false);
        if (await Api.SharesAsync(CancellationToken.None) is Answer<IReadOnlyList<Share>>.Ok { Value: var shares })
            _share = shares.FirstOrDefault(share => share.TrackId == Track.Id);
        if (_share is not null) _showPrompt = _share.ShowPrompt;
        StateHasChanged();
        await _dialog.OpenAsync();
    }

    /// <summary>A link that stands goes on standing, and shows what is chosen now.</summary>
    private Task ChangeAsync() => _share is null ? Task.CompletedTask : MakeAsync();

    private async Task MakeAsync()
    {
        _busy = true;
        var answer = await Api.ShareAsync(Track.Id, _showPrompt, CancellationToken.None);
        _notice = (answer as Answer<Share>.Refused)?.Problem.InWords;
        _share = (answer as Answer<Share>.Ok)?.Value ?? _share;
        _busy = false;
    }

    private async Task RevokeAsync()
    {
        _busy = true;
        _notice = (await Api.RevokeAsync(_share!.Id, CancellationToken.None) as Answer<Nothing>.Refused)?.Problem.InWords;
        if (_notice is null) _share = null;
        _busy = _sure = false;
    }
}
