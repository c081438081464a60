using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Library;

namespace SoundFoundry.Web.Create;

public sealed partial class CreateForm : ComponentBase, IAsyncDisposable
{
    private readonly Draft _draft = new();
    private FormErrors _errors = new();
    private ElementReference _form;
    private IJSObjectReference? _script;
    private string? _lastRequest;
    private string? _lastKey;
    private bool _sending;

    /// <summary>Typing is open once the browser keeps what is typed; what came before would be lost, or overwritten.</summary>
    private bool _ready;

    private bool _focusError;

    /// <summary>What can be made; null while that is not known.</summary>
    [Parameter]
    public ProviderList? Providers { get; set; }

    /// <summary>The ids of tracks that were just accepted.</summary>
    [Parameter]
    public EventCallback<IEnumerable<long>> Created { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private IEnumerable<ModelEntry> Models =>
        Providers?.Providers.Where(provider => provider.Configured).SelectMany(provider => provider.Models) ?? [];

    private string LengthHint => Models.Any()
        ? $"Seconds, {Models.Min(model => model.MinDurationS):0.#} to {Models.Max(model => model.MaxDurationS):0.#}"
        : "Seconds, 5 to 240";

    private string? Maker
    {
        get
        {
            var maker = Providers?.Providers.FirstOrDefault(provider => provider.Name == Providers.Default);
            return maker?.Models.Count > 0 ? $"Made by {maker.Name}. {maker.Models[0].Note}" : null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_script is not null) await _script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the script with it.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _script = await Script.InvokeAsync<IJSObjectReference>("import", "./js/create-form.js");
            _draft.Take(await _script.InvokeAsync<Dictionary<string, string>>("attach", _form));
            _ready = true;
            StateHasChanged();
        }

        if (_focusError)
        {
            _focusError = false;
            await _script!.InvokeVoidAsync("focusFirstError", _form);
        }
    }

    private string? Invalid(string field) => _errors[field] is null ? null : "true";

    private async Task SubmitAsync()
    {
        _errors = new FormErrors();
        if (_draft.ToRequest(_errors) is { } request)
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
                await Created.InvokeAsync(accepted.Tracks?.Select(track => track.TrackId) ?? [accepted.TrackId]);
                break;
            case Answer<Accepted>.Refused refused:
                _errors.Take(refused.Problem);
                break;
        }
    }
}
