using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Create;

public sealed partial class CreateForm : ComponentBase, IAsyncDisposable
{
    private FormState _state = null!;
    private FormScript _script = null!;
    private Submission _submission = null!;
    private MakeBar _bar = null!;
    private ElementReference _form;
    private Template? _taken;

    /// <summary>Typing is open once the browser keeps what is typed; what came before would be lost, or overwritten.</summary>
    private bool _ready;

    /// <summary>What can be made; null while that is not known.</summary>
    [Parameter]
    public ProviderList? Providers { get; set; }

    /// <summary>Tracks of the last days, for what one likes to use again.</summary>
    [Parameter]
    public IReadOnlyList<Track> Lately { get; set; } = [];

    /// <summary>What the form is to begin with; each instance is taken once.</summary>
    [Parameter]
    public Template? Template { get; set; }

    /// <summary>Grows when the balance may have moved.</summary>
    [Parameter]
    public int Settled { get; set; }

    /// <summary>The settings of <see cref="Template"/> stand in the form, and the browser has them.</summary>
    [Parameter]
    public EventCallback Taken { get; set; }

    /// <summary>The ids of tracks that were just accepted.</summary>
    [Parameter]
    public EventCallback<IEnumerable<long>> Created { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private IReadOnlyList<string> Ideas => Examples.For(Providers?.Default);

    private IReadOnlyList<Choice> Modes => [new(Draft.Simple, T["Simple"]), new(Draft.Custom, T["Custom"])];

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    protected override void OnInitialized()
    {
        _state = new FormState(T);
        _script = new FormScript(Browser);
        _submission = new Submission(Api, _state, AcceptAsync);
    }

    protected override void OnParametersSet()
    {
        _state.Follow(Providers);
        if (Template?.Track is { } track && !ReferenceEquals(Template, _taken))
        {
            _taken = Template;
            _state.Take(track, Template.Vary);
            _script.KeepAndShow();
        }

        if (Template is { Track: null } && !_ready) _state.Errors.Say(T["The track whose settings you wanted is not there any more."]);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await OpenAsync();
        else if (_ready && await _script.FollowAsync(_form) && Template?.Track is not null) await Taken.InvokeAsync();
    }

    private async Task OpenAsync()
    {
        if (await _script.AttachAsync(_form) is not { } kept) return;
        if (_taken is null) _state.Take(kept);
        _ready = true;
        StateHasChanged();
    }

    private void Change()
    {
        _state.Follow();
        _script.Keep();
    }

    private void Fill(string idea)
    {
        _state.Draft.Prompt = idea;
        _script.KeepAndShow();
    }

    private async Task SubmitAsync()
    {
        if (_submission.Busy) return;
        await _submission.SendAsync(CancellationToken.None);
        if (_state.Errors.Any) _script.FocusFirstError();
    }

    private Task AcceptAsync(IEnumerable<long> trackIds)
    {
        _bar.Forget();
        return Created.InvokeAsync(trackIds);
    }
}
