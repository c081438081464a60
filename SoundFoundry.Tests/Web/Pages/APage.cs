using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace SoundFoundry.Tests.Web.Pages;

/// <summary>Keeps the faults that the circuit would be told of.</summary>
internal sealed class APage : ErrorBoundaryBase
{
    [Parameter]
    public ICollection<Exception> Faults { get; set; } = [];

    protected override Task OnErrorAsync(Exception exception)
    {
        Faults.Add(exception);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null) builder.AddContent(0, ChildContent);
    }
}
