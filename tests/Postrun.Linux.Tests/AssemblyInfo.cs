using Xunit.Sdk;
using Xunit.v3;

// Which way directories are opened is a setting of the process.
[assembly: Parallelization(Mode = ParallelMode.None)]
