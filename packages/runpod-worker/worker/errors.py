"""Why a run raised. RunPod hands on the name of the class, and the library reads it: names are never changed."""


class WorkerError(Exception):
    """Anything that has no name of its own."""


class DatasetRefusedError(WorkerError):
    """The archive is no zip, has no pictures, or one that cannot be used."""


class DownloadError(WorkerError):
    """An address could not be read: gone, expired, refused."""


class UploadError(WorkerError):
    """An upload was refused, or the address had a file already."""


class OutOfMemoryError(WorkerError):
    """The memory of the GPU was too small."""


class InputError(Exception):
    """The input is not as the contract has it. Never raised out of the worker: its words are what the run says."""
