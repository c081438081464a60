using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace SoundFoundry.Tests.Web.Pages;

public sealed class PagePartTests : IAsyncDisposable
{
    private readonly HtmlRenderer _circuit = new(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);
    private readonly List<Exception> _faults = [];
    private readonly TaskCompletionSource _work = new();
    private CancellationToken _life;

    [Fact]
    public async Task A_fault_of_what_nobody_waits_for_reaches_the_circuit_once()
    {
        await ShowAsync();
        var fault = new InvalidOperationException("of ours");

        await EndAsync(() => _work.SetException(fault));

        _faults.ShouldBe([fault]);
    }

    [Fact]
    public async Task What_goes_on_ends_with_the_page_and_nobody_is_told()
    {
        await ShowAsync();
        _life.IsCancellationRequested.ShouldBeFalse();

        await _circuit.DisposeAsync();
        _life.IsCancellationRequested.ShouldBeTrue();
        await EndAsync(_work.SetCanceled);

        _faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_somebody_else_canceled_is_a_fault()
    {
        await ShowAsync();

        await EndAsync(_work.SetCanceled);

        _faults.ShouldHaveSingleItem().ShouldBeAssignableTo<OperationCanceledException>();
    }

    public ValueTask DisposeAsync() => _circuit.DisposeAsync();

    private Task ShowAsync()
    {
        RenderFragment part = builder =>
        {
            builder.OpenComponent<APart>(0);
            builder.AddComponentParameter(1, nameof(APart.Work), (CancellationToken life) =>
            {
                _life = life;
                return _work.Task;
            });
            builder.CloseComponent();
        };
        var page = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(APage.Faults)] = _faults, [nameof(APage.ChildContent)] = part });
        return _circuit.Dispatcher.InvokeAsync(() => _circuit.RenderComponentAsync<APage>(page));
    }

    /// <summary>What follows from the end has happened once the dispatcher is free again.</summary>
    private async Task EndAsync(Action end)
    {
        await _circuit.Dispatcher.InvokeAsync(end);
        await _circuit.Dispatcher.InvokeAsync(() => { });
    }
}
