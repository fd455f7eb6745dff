using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>
/// Keeps two clean-ups from the same evidence directory, and from workspaces one of which holds the other. The locks
/// end with the process, however it ends.
/// </summary>
/// <remarks>
/// A root is locked in a directory of our own, by its identity: a lock on the workspace itself could be taken, and
/// held, by whoever may open it. Where no such directory can be made, the lock on the evidence directory stands alone.
/// </remarks>
public sealed class WorkspaceLock : IDisposable
{
    private readonly List<LockPlace> places = LockPlace.OpenAll();
    private readonly List<HeldLock> held = [];

    private WorkspaceLock()
    {
    }

    /// <summary>Locks what a plan works on. The roots of one plan may lie in one another.</summary>
    /// <returns><see langword="null"/> where another clean-up is at work; <paramref name="busy"/> says where</returns>
    public static WorkspaceLock? TryTake(DirectoryHandle evidence, IReadOnlyCollection<PlanRoot> roots, out string? busy)
    {
        busy = "the evidence directory";
        if (evidence.TryLock() == Errno.EAGAIN)
            return null;
        var taken = new WorkspaceLock();
        foreach (var request in LockRequest.For(roots))
        {
            busy = request.Where;
            if (taken.TryTake(request))
                continue;
            taken.Dispose();
            return null;
        }
        busy = null;
        return taken;
    }

    private bool TryTake(LockRequest request)
    {
        foreach (var place in places)
        {
            var error = place.TryTake(request, out var one);
            if (one is not null)
                held.Add(one);
            if (error == Errno.None)
                return true;
            if (error == Errno.EAGAIN)
                return false;
            // A place that is full or out of handles may hold another's lock all the same: it must not be passed over.
            if (error is not (Errno.EPERM or Errno.EACCES or Errno.EROFS))
                throw new IOException($"the lock on {request.Where} cannot be taken: {error}; make room in /run/postrun, or raise the limit of open files");
        }
        return true;
    }

    public void Dispose()
    {
        held.ForEach(static one => one.Dispose());
        places.ForEach(static place => place.Dispose());
    }
}
