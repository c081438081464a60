using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Pages;

namespace SoundFoundry.Web.Create;

/// <summary>Follows what stands in the form, and tells what it would cost.</summary>
public sealed partial class MakeBar : PagePart
{
    private Makers _makers = null!;
    private PriceTag _price = null!;
    private Quote? _restored;
    private int _settledBefore;

    [Parameter, EditorRequired]
    public required FormState Form { get; set; }

    [Parameter]
    public ProviderList? Providers { get; set; }

    /// <summary>Whether what was typed on an earlier visit stands in the form again.</summary>
    [Parameter]
    public bool Ready { get; set; }

    [Parameter]
    public bool Sending { get; set; }

    /// <summary>Grows when the balance may have moved.</summary>
    [Parameter]
    public int Settled { get; set; }

    /// <summary>The price of the first rendering.</summary>
    [PersistentState]
    public Quote? FirstQuote
    {
        get => _price?.Quote;
        set => _restored = value;
    }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private string MakeText => _price.Quote switch
    {
        null => T["Make music"],
        { Credits: 0 } => T["Make music · free"],
        { Credits: 1 } => T["Make music · 1 credit"],
        { Credits: var credits } => T["Make music · {0} credits", credits],
    };

    /// <summary>Who would be asked first, and what is to be known of him.</summary>
    private string? Maker
    {
        get
        {
            var (provider, model) = _price.Quote is { } quote ? (quote.Provider, quote.Model) : (Form.Rules.Provider ?? Providers?.Default, Form.Rules.Model);
            var models = Providers?.Providers.FirstOrDefault(entry => entry.Name == provider)?.Models;
            var entry = models?.FirstOrDefault(entry => entry.Model == model) ?? (models is [var first, ..] ? first : null);
            return entry is null || provider is null ? null : _makers.MadeBy(provider, entry);
        }
    }

    /// <summary>What was paid for moved the balance.</summary>
    public void Forget() => _price.Forget();

    protected override async Task OnInitializedAsync()
    {
        _makers = new Makers(T);
        _price = new PriceTag(Api, Clock, StateHasChanged);
        if (_restored is not null) _price.Restore(_restored, Form.Request!);
        else if (!RendererInfo.IsInteractive) await _price.AskAtOnceAsync(Form.Request!, Life);
    }

    protected override void OnParametersSet()
    {
        if (Settled != _settledBefore) _price.Forget();
        _settledBefore = Settled;
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (Ready) Begin(_ => _price.AskAsync(Form.Request));
    }

    protected override ValueTask LeaveAsync()
    {
        _price.Dispose();
        return ValueTask.CompletedTask;
    }
}
