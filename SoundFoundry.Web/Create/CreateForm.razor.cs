using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Library;
using SoundFoundry.Web.Pages;

namespace SoundFoundry.Web.Create;

public sealed partial class CreateForm : PagePart
{
    private readonly Draft _draft = new();
    private FormErrors _errors = null!;
    private FormRules _rules = null!;
    private Makers _makers = null!;
    private PriceTag? _price;
    private Quote? _restored;
    private ElementReference _form;
    private PageScript? _script;
    private Track? _taken;
    private int _settledBefore;
    private string? _lastRequest;
    private string? _lastKey;
    private bool _sending;

    /// <summary>Typing is open once the browser keeps what is typed; what came before would be lost, or overwritten.</summary>
    private bool _ready;

    private bool _focusError;

    /// <summary>What was filled in from here, and not typed, is to be kept by the browser too; and perhaps looked at.</summary>
    private (bool Keep, bool Show) _after;

    /// <summary>What can be made; null while that is not known.</summary>
    [Parameter]
    public ProviderList? Providers { get; set; }

    /// <summary>Tracks of the last days, for what one likes to use again.</summary>
    [Parameter]
    public IReadOnlyList<Track> Lately { get; set; } = [];

    /// <summary>A track whose settings are to be taken; each instance is taken once.</summary>
    [Parameter]
    public Track? Model { get; set; }

    /// <summary>Whether its seed is left out.</summary>
    [Parameter]
    public bool Vary { get; set; }

    /// <summary>Whether settings were asked for that are not there any more.</summary>
    [Parameter]
    public bool ModelIsGone { get; set; }

    /// <summary>Grows when the balance may have moved.</summary>
    [Parameter]
    public int Settled { get; set; }

    /// <summary>The settings of <see cref="Model"/> stand in the form, and the browser has them.</summary>
    [Parameter]
    public EventCallback Taken { get; set; }

    /// <summary>The ids of tracks that were just accepted.</summary>
    [Parameter]
    public EventCallback<IEnumerable<long>> Created { get; set; }

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
    private IJSRuntime Script { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private IReadOnlyList<string> Ideas => Examples.For(Providers?.Default);

    private IReadOnlyList<Choice> Modes => [new(Draft.Simple, T["Simple"]), new(Draft.Custom, T["Custom"])];

    private string MakeText => _price?.Quote switch
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
            var (provider, model) = _price?.Quote is { } quote ? (quote.Provider, quote.Model) : (_rules.Provider ?? Providers?.Default, _rules.Model);
            var models = Providers?.Providers.FirstOrDefault(entry => entry.Name == provider)?.Models;
            var entry = models?.FirstOrDefault(entry => entry.Model == model) ?? (models is [var first, ..] ? first : null);
            return entry is null || provider is null ? null : _makers.MadeBy(provider, entry);
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _makers = new Makers(T);
        _errors = new FormErrors(T, isSimple: true);
        _price = new PriceTag(Api, Clock, StateHasChanged);
        Follow();
        var request = _draft.ToRequest(_rules, new FormErrors(T, isSimple: true))!;
        if (_restored is not null) _price.Restore(_restored, request);
        else if (!RendererInfo.IsInteractive) await _price.AskAtOnceAsync(request, CancellationToken.None);
    }

    protected override void OnParametersSet()
    {
        if (Settled != _settledBefore) _price!.Forget();
        _settledBefore = Settled;
        if (Model is not null && !ReferenceEquals(Model, _taken))
        {
            _taken = Model;
            _draft.Take(Model, Vary);
            _errors = new FormErrors(T, isSimple: false);
            _after = (Keep: true, Show: true);
        }

        Follow();
        if (ModelIsGone && !_ready) _errors.Say(T["The track whose settings you wanted is not there any more."]);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _script = new PageScript(Script, "./js/create-form.js");
            var kept = await _script.AttachAsync<Dictionary<string, string>>(_form);
            if (kept is null) return;
            if (_taken is null) _draft.Take(kept);
            Follow();
            _ready = true;
            StateHasChanged();
            return;
        }

        if (!_ready) return;
        Begin(_ => _price!.AskAsync(_draft.ToRequest(_rules, new FormErrors(T, _draft.IsSimple))));
        await FinishAsync();
    }

    protected override ValueTask LeaveAsync()
    {
        _price?.Dispose();
        return _script?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>What only the browser can do, once it shows what was filled in.</summary>
    private async Task FinishAsync()
    {
        if (_after.Keep)
        {
            var show = _after.Show;
            _after = default;
            await _script!.CallAsync("keep", _form, show);
            if (Model is not null) await Taken.InvokeAsync();
        }

        if (_focusError)
        {
            _focusError = false;
            await _script!.CallAsync("focusFirstError", _form);
        }
    }

    private void Follow() => _rules = FormRules.Of(Providers, _draft);

    private void OnChanged()
    {
        Follow();
        _after.Keep = true;
    }

    private void SetMode(string mode)
    {
        _draft.Mode = mode;
        _errors = new FormErrors(T, _draft.IsSimple);
        Follow();
    }

    private void Fill(string idea)
    {
        _draft.Prompt = idea;
        _after = (Keep: true, Show: true);
    }

    private async Task SubmitAsync()
    {
        if (_sending) return;
        _errors = new FormErrors(T, _draft.IsSimple);
        if (_draft.ToRequest(_rules, _errors) is { } request)
        {
            _sending = true;
            await SendAsync(request);
            _sending = false;
        }

        _focusError = _errors.Any;
    }

    private async Task SendAsync(CreateTrack request)
    {
        // Pressing again after a lost answer repeats the same request, and Api knows it by its key.
        var json = JsonSerializer.Serialize(request, ApiJson.Options);
        if (json != _lastRequest) (_lastRequest, _lastKey) = (json, Guid.NewGuid().ToString());

        switch (await Api.CreateAsync(request, _lastKey!, CancellationToken.None))
        {
            case Answer<Accepted>.Ok { Value: var accepted }:
                _lastRequest = null;
                _price!.Forget();
                await Created.InvokeAsync(accepted.Tracks?.Select(track => track.TrackId) ?? [accepted.TrackId]);
                break;
            case Answer<Accepted>.Refused refused:
                _errors.Take(refused.Problem);
                break;
        }
    }
}
