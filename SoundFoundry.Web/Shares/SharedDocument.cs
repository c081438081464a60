using System.Globalization;
using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Layout;
using SoundFoundry.Web.Pages;

namespace SoundFoundry.Web.Shares;

/// <summary>A document about the track that a link leads to, or about why there is none.</summary>
public abstract class SharedDocument : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Token { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    protected SharedTrack? Track { get; private set; }

    /// <summary>Whether nothing is known of the link for the moment, rather than that it leads nowhere.</summary>
    protected bool Away { get; private set; }

    protected string Here => Navigation.BaseUri;

    protected static string Language => CultureInfo.CurrentUICulture.Name;

    /// <summary>Light or dark, where the visitor chose one on the pages of this service.</summary>
    protected string? Look => Theme.Of(Context);

    protected string Cover => $"/api/public/shares/{Uri.EscapeDataString(Token)}/cover";

    protected override async Task OnInitializedAsync()
    {
        switch (await Api.SharedAsync(Token, Context.RequestAborted))
        {
            case Answer<SharedTrack>.Ok ok:
                Track = ok.Value;
                break;
            case Answer<SharedTrack>.Refused { Problem.Code: "not_found" }:
                Context.AnswerAs(StatusCodes.Status404NotFound);
                break;
            default:
                Away = true;
                Context.AnswerAs(StatusCodes.Status503ServiceUnavailable);
                break;
        }
    }
}
