using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Pages;

namespace SoundFoundry.Tests.Web.Pages;

/// <summary>A part whose work ends as the test says.</summary>
internal sealed class APart : PagePart
{
    [Parameter]
    public Func<CancellationToken, Task> Work { get; set; } = null!;

    protected override void OnInitialized() => Begin(Work);
}
