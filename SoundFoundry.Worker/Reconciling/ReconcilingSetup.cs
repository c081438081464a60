namespace SoundFoundry.Worker.Reconciling;

internal static class ReconcilingSetup
{
    public static void AddReconciling(this IServiceCollection services)
    {
        services.AddScoped<Reconciliation>();
        services.AddHostedService<CallbackLoop>();
        services.AddHostedService<ReconcileLoop>();
    }
}
