namespace SoundFoundry.Worker.Reconciling;

internal static class ReconcilingSetup
{
    public static void AddReconciling(this IServiceCollection services)
    {
        services.AddScoped<Reconciliation>();
        services.AddScoped<LateDelivery>();
        services.AddHostedService<CallbackLoop>();
        services.AddHostedService<ReconcileLoop>();
    }
}
