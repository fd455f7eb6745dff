using Xunit.Sdk;
using Xunit.v3;

// Attackers need the cores, and mounts do not mix with neighbours.
[assembly: Parallelization(Mode = ParallelMode.None)]
