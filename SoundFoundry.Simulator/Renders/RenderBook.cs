using System.Collections.Concurrent;

namespace SoundFoundry.Simulator.Renders;

/// <summary>Every accepted job, in the order of acceptance.</summary>
internal sealed class RenderBook
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, Render> _byId = new();
    private List<Render> _inOrder = [];

    public void Add(Render render)
    {
        lock (_lock)
        {
            _byId[render.Id] = render;
            _inOrder.Add(render);
        }
    }

    public Render? Find(string id) => _byId.GetValueOrDefault(id);

    public Render? Find(string id, Provider provider) => Find(id) is { } render && render.Provider == provider ? render : null;

    public IReadOnlyList<Render> All()
    {
        lock (_lock) return [.. _inOrder];
    }

    public void Clear()
    {
        lock (_lock)
        {
            _byId.Clear();
            _inOrder = [];
        }
    }
}
