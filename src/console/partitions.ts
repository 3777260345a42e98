/** An AWS partition: its consoles, sign-in hosts and ARNs know nothing of the other partitions' accounts. */
export type Partition = 'aws' | 'aws-us-gov' | 'aws-cn' | 'aws-eusc'
